"""The scenes of the lesson "Derivatives": a folder for each clip, and the map that they fill.

A clip's folder has its class in ``clip.py``, its acts in ``actN_*.py``, and in ``props/`` what only
this clip uses.
"""
