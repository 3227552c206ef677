# SPDX-License-Identifier: GPL-3.0-or-later
# Included by the install script, after the libraries were copied: adds them, with the licences that the distribution
# ships with them, to the notices and to the bill of materials. Needs doc_dir; knows where a library came from by dpkg.
cmake_policy(PUSH)
cmake_policy(VERSION 3.25) # an install script starts with none
set(prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
file(GLOB libraries RELATIVE "${prefix}" "${prefix}/lib/*.so*" "${prefix}/plugins/*/*.so")
list(SORT libraries)

# origin(LIBRARY PACKAGE VERSION): the Debian package that a library was copied from, or empty
function(origin library package version)
  cmake_path(GET library FILENAME name)
  execute_process(COMMAND dpkg-query -S "*/${name}" OUTPUT_VARIABLE owners ERROR_QUIET RESULT_VARIABLE failed)
  if(failed)
    set(${package} "" PARENT_SCOPE)
    set(${version} "" PARENT_SCOPE)
    return()
  endif()
  string(REGEX MATCH "^[^:, \n]+" owner "${owners}")
  execute_process(COMMAND dpkg-query -W -f "\${Version}" ${owner} OUTPUT_VARIABLE number)
  set(${package} ${owner} PARENT_SCOPE)
  set(${version} ${number} PARENT_SCOPE)
endfunction()

set(notices "${prefix}/${doc_dir}/THIRD-PARTY-NOTICES.txt")
set(bill "${prefix}/${doc_dir}/overfit.spdx.json")
file(READ "${bill}" spdx)
set(seen "")
foreach(library IN LISTS libraries)
  if(IS_SYMLINK "${prefix}/${library}")
    continue()
  endif()
  origin("${library}" package version)
  if(NOT package)
    # Of a Qt that is not the distribution's: told of already, as Qt.
    message(STATUS "Bundled from elsewhere than the distribution: ${library}")
    continue()
  endif()
  if(package IN_LIST seen)
    continue()
  endif()
  list(APPEND seen ${package})
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id "${package}")
  file(SHA256 "${prefix}/${library}" hash)
  string(JSON index LENGTH "${spdx}" packages)
  string(JSON spdx SET "${spdx}" packages ${index} "{
    \"name\": \"${package}\", \"SPDXID\": \"SPDXRef-Bundled-${id}\", \"versionInfo\": \"${version}\",
    \"packageFileName\": \"${library}\", \"filesAnalyzed\": false, \"downloadLocation\": \"NOASSERTION\",
    \"checksums\": [{\"algorithm\": \"SHA256\", \"checksumValue\": \"${hash}\"}],
    \"licenseConcluded\": \"NOASSERTION\", \"licenseDeclared\": \"NOASSERTION\", \"copyrightText\": \"NOASSERTION\",
    \"comment\": \"Its licences are in licences/${package}.txt beside this file.\",
    \"externalRefs\": [{\"referenceCategory\": \"PACKAGE-MANAGER\", \"referenceType\": \"purl\",
      \"referenceLocator\": \"pkg:deb/debian/${package}@${version}\"}]}")
  string(JSON index LENGTH "${spdx}" relationships)
  string(JSON spdx SET "${spdx}" relationships ${index} "{\"spdxElementId\": \"SPDXRef-Package-overfit\",
    \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"SPDXRef-Bundled-${id}\"}")
  file(APPEND "${notices}" "Bundled: ${library}, of ${package} ${version}; its licences are in licences/${package}.txt, and those that it names in licences/common.\n")
  configure_file("/usr/share/doc/${package}/copyright" "${prefix}/${doc_dir}/licences/${package}.txt" COPYONLY)
  # Debian's texts name the common licences by a path that other systems have not.
  file(STRINGS "/usr/share/doc/${package}/copyright" mentions REGEX "/usr/share/common-licenses/")
  string(REGEX MATCHALL "/usr/share/common-licenses/[A-Za-z0-9.+-]*[A-Za-z0-9]" named "${mentions}")
  foreach(text IN LISTS named)
    cmake_path(GET text FILENAME name)
    if(EXISTS "${text}")
      configure_file("${text}" "${prefix}/${doc_dir}/licences/common/${name}.txt" COPYONLY)
    endif()
  endforeach()
endforeach()
file(WRITE "${bill}" "${spdx}\n")
cmake_policy(POP)
