# SPDX-License-Identifier: GPL-3.0-or-later
# Read by CPack for each kind of package, before it installs into it: tells packaging/bill/finish.cmake the kind.
set(kinds_DEB deb)
set(kinds_RPM rpm)
set(kinds_TGZ portable)
set(kinds_STGZ portable)
set(kinds_ZIP windows)
set(kinds_NSIS windows)
set(kinds_DragNDrop macos)
set(ENV{OVERFIT_PACKAGE_KIND} "${kinds_${CPACK_GENERATOR}}")
