"""Output: the printed folder, and the only room that writes into it.

A build prints beside the published folder (`stage`), writes down what it printed (`checksums`), and puts the new folder
in the place of the old one as one step (`publish`). Whatever somebody else put into the folder stays in it.
"""

from generator.output.checksums import printed_before
from generator.output.printed import Printed, PrintedFiles
from generator.output.publish import check_target, publish
from generator.output.staging import Staging, write_file

__all__ = ["Printed", "PrintedFiles", "Staging", "check_target", "printed_before", "publish", "write_file"]
