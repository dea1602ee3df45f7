"""The site in Easy Read: its front page, and how every page that has an Easy Read version shows it."""
