"""The lesson's chosen examples: mathcore called once, one module and one typed result per clip.

One module per clip, so that changing the example of one clip re-renders that clip alone.
"""
