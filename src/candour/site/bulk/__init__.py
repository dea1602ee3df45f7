"""Files for download, whole or in part."""
