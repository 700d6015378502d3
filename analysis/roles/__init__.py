"""Hero, villain, victim: the part that an article gives to each actor, the outlet's voice and other voices apart."""

from analysis.roles.model import PARTS, Part, RoleModel, load_roles
from analysis.roles.stage import asks_of, tell_roles

__all__ = ["PARTS", "Part", "RoleModel", "asks_of", "load_roles", "tell_roles"]
