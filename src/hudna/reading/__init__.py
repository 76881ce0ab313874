"""From an article to a reading: the stages of a language pack, in order; no language is known here by name."""

from hudna.reading.pipeline import Pipeline, PipelineError

__all__ = ["Pipeline", "PipelineError"]
