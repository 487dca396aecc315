"""Windows, pages and widgets. They translate and decide nothing."""
