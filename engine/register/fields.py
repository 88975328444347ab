"""What a register's columns may mean: dossier fields, and what only registers hold.

One row is one title held. Field names are the contract's; facts that provinces keep in registers and plans set targets
on, beyond what any criterion reads, begin with ``register.``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from langnghe.engine.columns.names import TITLE
from langnghe.engine.dossier import Compliance, TitleId
from langnghe.engine.facts import FIELDS
from langnghe.engine.law.anatomy import CHOICE, COUNT, DATE, LIST, YES_NO

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT: Final = "text"

CRAFTS: Final = "crafts"

NAME: Final = "place.name"
COMMUNE: Final = "place.commune"
PROVINCE: Final = "place.province"
HELD_NAME: Final = "titles_held.name"
CRAFT_NAME: Final = "crafts.name"
ACTIVITIES: Final = "activities"

# The groups of trades by number; a list of them is read into one yes or no each.
GROUPS: Final = tuple(range(1, 8))

_DESCRIBING: Final[Mapping[str, str]] = {
    "id": TEXT,
    NAME: TEXT,
    PROVINCE: TEXT,
    "place.district": TEXT,
    COMMUNE: TEXT,
    TITLE: CHOICE,
    "titles_held.decision": TEXT,
    HELD_NAME: TEXT,
    CRAFT_NAME: TEXT,
}
_REGISTER_ONLY: Final[Mapping[str, str]] = {
    "register.working": YES_NO,  # đang hoạt động
    "register.effective": YES_NO,  # hoạt động có hiệu quả
    "register.class": CHOICE,  # phân loại, kết luận của cơ quan hoặc hội đồng
    "register.ocop": YES_NO,  # có sản phẩm được phân hạng OCOP
    "register.protected": YES_NO,  # có sản phẩm được bảo hộ sở hữu trí tuệ, thương hiệu
    "register.tourism": YES_NO,  # gắn với du lịch
    "register.polluter": YES_NO,  # trong danh sách gây ô nhiễm nghiêm trọng
    "register.world_network": YES_NO,  # thành viên mạng lưới các Thành phố thủ công sáng tạo thế giới
    "register.restored_on": DATE,  # được khôi phục
    "register.revoked_on": DATE,  # bằng công nhận đã thu hồi
    "register.workers": COUNT,
    "register.workers_trained": COUNT,
    "register.producers": COUNT,
    "register.producers_compliant": COUNT,
}

# Every field that a column may be mapped to, and its kind.
KINDS: Final[Mapping[str, str]] = {
    **_DESCRIBING,
    **{field: kind for field, kind in FIELDS.items() if field != CRAFTS},
    CRAFTS: LIST,
    **_REGISTER_ONLY,
}

# What no row can be reviewed without.
REQUIRED: Final = (NAME, TITLE)

# Fields that say what a row is and decide nothing: carried along as they stand.
CARRIED: Final = frozenset({"id", "place.district", "titles_held.decision"})

CLASS: Final = "register.class"
REVOKED: Final = "register.revoked_on"

# What the title column of a village without one says; such a row is no title held, and no reject either.
NO_TITLE: Final = "none"
# The classes that only villages without a title are of.
CLASSES_WITHOUT_TITLE: Final = ("craft_without_title", "without_craft")
# The classes that the plans sort villages into (Hà Nam IV.1, Hưng Yên II.2, Tuyên Quang III.4, IV.2 and IV.3).
CLASSES: Final = ("lost", "fading", "restorable", "difficult", "developing", "working", *CLASSES_WITHOUT_TITLE)

COMPLIANCE: Final = get_args(Compliance)
TITLES: Final = get_args(TitleId)

# Fields that know few words, and those words.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    TITLE: TITLES,
    "environment.central_treatment": COMPLIANCE,
    "environment.solid_waste_treatment": COMPLIANCE,
    "register.class": CLASSES,
}


def group_column(group: int) -> str:
    """Give the column that tells whether a group of trades is among a row's activities."""
    return f"{ACTIVITIES}.{group}"
