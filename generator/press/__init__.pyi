from .build import build_site as build_site
from .check import CheckReport as CheckReport
from .check import check_site as check_site
from .inspect import inspect_files as inspect_files
from .report import BuildReport as BuildReport
from .report import Progress as Progress
