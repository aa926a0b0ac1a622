"""Publishing: from rendered videos to what is handed to others."""
