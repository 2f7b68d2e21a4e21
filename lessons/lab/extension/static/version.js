/* The releases of JupyterLab in which this extension was tested. */
export const KNOWN = "4.6";
