"""Controllers: page signals to use cases, results back to pages. They translate."""
