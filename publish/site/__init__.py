"""The course page: one folder of static pages around the rendered videos."""
