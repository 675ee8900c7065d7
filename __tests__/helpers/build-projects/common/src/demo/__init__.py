from demo._core import flag, value

__all__ = ["flag", "value"]
