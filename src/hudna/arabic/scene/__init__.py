"""The scene of an article: what contacts, measures, incidents, conduct and pledges look at alike."""

from hudna.arabic.scene.places import make_place, place_of
from hudna.arabic.scene.recent import is_recent
from hudna.arabic.scene.scene import OUTLETS, Scene, scene_of, sentences_with, state_of

__all__ = ["OUTLETS", "Scene", "is_recent", "make_place", "place_of", "scene_of", "sentences_with", "state_of"]
