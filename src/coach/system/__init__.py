"""The machine: paths, resources, single instance, log, keep-awake."""
