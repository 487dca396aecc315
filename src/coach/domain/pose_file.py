"""Poses as data: reads ``[poses.*]`` tables of an exercise file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coach.domain.content import Table
from coach.domain.pose import Anchor, Leg, Point, Pose, Reach

_FAR_SHIFT = 0.014
_KNEE_BEND, _ELBOW_BEND = 1, -1


def read_poses(table: Table, shared: Table | None = None) -> dict[str, Pose]:
    """Every pose of a table; ``like`` may also name one of the ``shared`` table. A pose that
    leaves out its far limbs gets those of the near side, a little ahead so that they show.
    ``via`` names the pose that bends the way to this one and back."""
    own = {name: table.raw(name) for name in table.names}
    raw = {**({name: shared.raw(name) for name in shared.names} if shared else {}), **own}
    return {name: _with_via(table, raw, name) for name in own}


def _with_via(table: Table, raw: Mapping[str, Any], name: str) -> Pose:
    """A pose and the one on its way, which has none of its own."""
    data = dict(_merged(table, raw, name, ()))
    via = data.pop("via", None)
    pose = _read(data, table, name)
    if via is None:
        return pose
    if not isinstance(via, str) or via not in raw:
        raise table.fail(f"{name}.via", f"names no other pose '{via}'")
    bent = {key: value for key, value in _merged(table, raw, via, ()).items() if key != "via"}
    return replace(pose, via=_read(bent, table, via))


def _merged(
    table: Table, raw: Mapping[str, Any], name: str, seen: Sequence[str]
) -> Mapping[str, Any]:
    data = raw.get(name)
    if not isinstance(data, Mapping):
        raise table.fail(name, "must be a table that describes a pose")
    parent = data.get("like")
    if parent is None:
        return data
    if parent not in raw or parent in (*seen, name):
        raise table.fail(f"{name}.like", f"names no other pose '{parent}'")
    inherited = _merged(table, raw, str(parent), (*seen, name))
    own = {key: value for key, value in data.items() if key != "like"}
    kept = {key: value for key, value in inherited.items() if key != "via"}
    return {**_without_rivals(kept, own), **own}


def _without_rivals(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A limb given anew in one form replaces the inherited other form."""
    rivals = set()
    for side in ("near", "far"):
        for pair in ((f"{side}_foot", f"{side}_leg"), (f"{side}_hand", f"{side}_arm")):
            if own.keys() & set(pair):
                rivals |= set(pair)
    return {key: value for key, value in inherited.items() if key not in rivals}


def _read(data: Mapping[str, Any], parent: Table, name: str) -> Pose:
    table = Table(data, parent.file, parent.where(name))
    near_leg = _leg(table, "near", None)
    near_arm = _arm(table, "near", None)
    torso = table.finite("torso")
    pose = Pose(
        hip=_point(table, "hip"),
        torso=torso,
        head=table.finite("head", torso),
        near_leg=near_leg,
        far_leg=_leg(table, "far", near_leg),
        near_arm=near_arm,
        far_arm=_arm(table, "far", near_arm),
        curve=table.finite("curve", 0.0),
        nod=table.finite("nod", 0.0),
        effort=table.finite("effort", 0.5),
        breath=table.finite("breath", 0.0),
        lean=table.finite("lean", 0.0),
        turn=table.finite("turn", 0.0),
        wide=table.finite("wide", 0.0),
    )
    table.done()
    return pose


def _leg(table: Table, side: str, near: Leg | None) -> Leg:
    foot, angles = f"{side}_foot", f"{side}_leg"
    if angles in table:
        thigh, flexion = _point(table, angles)
        reach = Reach(Anchor.ANGLES, thigh, -flexion, _KNEE_BEND)
    elif foot in table or near is None:
        reach = _reach(table, foot, _KNEE_BEND, (Anchor.FLOOR, Anchor.HIP))
    else:
        reach = _ahead(near.reach)
    given = near is None or angles in table or foot in table
    like = Leg(reach) if given or near is None else near
    return Leg(
        reach=reach,
        toe=table.finite(f"{side}_toe", like.toe),
        toes=table.finite(f"{side}_toes", like.toes),
        thigh=table.finite(f"{side}_thigh", like.thigh),
        shin=table.finite(f"{side}_shin", like.shin),
    )


def _arm(table: Table, side: str, near: Reach | None) -> Reach:
    hand, angles = f"{side}_hand", f"{side}_arm"
    bend = table.integer(f"{side}_elbow", near.bend if near else _ELBOW_BEND)
    if bend not in (-1, 1):
        raise table.fail(f"{side}_elbow", "must be 1 or -1")
    scale = table.finite(f"{side}_short", near.scale if near else 1.0)
    if angles in table:
        upper, flexion = _point(table, angles)
        return Reach(Anchor.ANGLES, upper, flexion, bend, scale)
    if hand in table or near is None:
        return replace(_reach(table, hand, bend, tuple(Anchor)), scale=scale)
    return replace(_ahead(near), scale=scale)


def _ahead(near: Reach) -> Reach:
    if near.anchor in (Anchor.ANGLES, Anchor.TORSO):
        return near
    return replace(near, x=near.x + _FAR_SHIFT)


def _reach(table: Table, key: str, bend: int, allowed: Sequence[Anchor]) -> Reach:
    values = table.values(key)
    if len(values) == 2:
        x, y = table.numbers(key, values)
        return Reach(Anchor.FLOOR, x, y, bend)
    names = [anchor.value for anchor in allowed if anchor is not Anchor.ANGLES]
    if len(values) != 3 or values[2] not in names:
        raise table.fail(key, f"must be [x, y] or [x, y, anchor], anchor one of {names}")
    x, y = table.numbers(key, values[:2])
    return Reach(Anchor(values[2]), x, y, bend)


def _point(table: Table, key: str) -> Point:
    values = table.values(key)
    if len(values) != 2:
        raise table.fail(key, "must be two numbers")
    x, y = table.numbers(key, values)
    return (x, y)
