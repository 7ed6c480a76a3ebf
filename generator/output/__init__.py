"""Output: the printed folder, and the only room that writes into it.

A build prints beside the published folder (`staging`), writes down what it printed (`checksums`), and puts the new
folder in the place of the old one as one step (`publish`). Whatever somebody else put into the folder stays in it.
Where little has changed, the folder beside begins as a `twin` of the published one.
"""

from generator.output.checksums import printed_before
from generator.output.printed import Printed, PrintedFiles
from generator.output.publish import check_target, publish, publish_changes
from generator.output.retire import Others
from generator.output.sealing import break_seal, seal, without_seal
from generator.output.staging import Staging, write_file
from generator.output.standing import Standing, stand
from generator.output.twin import Folder, Look, find_folders, look_at, mirror, tell_states
from generator.output.updating import Changes, Staying, addresses_after

__all__ = [
    "Changes",
    "Folder",
    "Look",
    "Others",
    "Printed",
    "PrintedFiles",
    "Staging",
    "Standing",
    "Staying",
    "addresses_after",
    "break_seal",
    "check_target",
    "find_folders",
    "look_at",
    "mirror",
    "printed_before",
    "publish",
    "publish_changes",
    "seal",
    "stand",
    "tell_states",
    "without_seal",
    "write_file",
]
