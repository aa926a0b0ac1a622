"""Many machines: jobs are handed to Dask workers, and come back by way of a shared store."""
