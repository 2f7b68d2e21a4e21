"""What makes JupyterLab open a lesson like a page: a prebuilt extension and settings."""
