# SPDX-License-Identifier: GPL-3.0-or-later
# Included by the install script, after all libraries were copied: adds the file of each to the bill of materials, those that
# come from Debian's packages also to the notices, with their licences, and gives the bill its name. Needs
#   doc_dir       where the bill is, below the prefix
#   bundled       patterns of the files that others made, below the prefix; empty where a package has none
#   name_prefix   the first part of the bill's name
# The kind of package is in the environment (packaging/bill/package_kind.cmake).
cmake_policy(PUSH)
cmake_policy(VERSION 3.25) # an install script starts with none
include("${CMAKE_CURRENT_LIST_DIR}/origin.cmake")

set(prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(bill "${prefix}/${doc_dir}/overfit.spdx.json")
set(notices "${prefix}/${doc_dir}/THIRD-PARTY-NOTICES.txt")
file(READ "${bill}" spdx)

# --- the files, and the packages that they are from ---

set(files "")
foreach(pattern IN LISTS bundled)
  file(GLOB_RECURSE found RELATIVE "${prefix}" LIST_DIRECTORIES false "${prefix}/${pattern}")
  list(APPEND files ${found})
endforeach()
list(REMOVE_DUPLICATES files)
list(SORT files)
set(entries "")
set(relations "")
set(owners "")
set(number 0)
foreach(file IN LISTS files)
  if(IS_SYMLINK "${prefix}/${file}")
    continue()
  endif()
  math(EXPR number "${number} + 1")
  overfit_origin("${file}" owner)
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id "${owner}")
  file(SHA1 "${prefix}/${file}" sha1) # SPDX wants this one
  file(SHA256 "${prefix}/${file}" sha256)
  if(NOT owner IN_LIST owners)
    list(APPEND owners "${owner}")
  endif()
  list(APPEND sums_${id} ${sha1})
  list(APPEND files_${id} "${file}")
  string(APPEND entries "${comma}{\"fileName\": \"./${file}\", \"SPDXID\": \"SPDXRef-File-${number}\", \"fileTypes\": [\"BINARY\"],
    \"checksums\": [{\"algorithm\": \"SHA1\", \"checksumValue\": \"${sha1}\"}, {\"algorithm\": \"SHA256\", \"checksumValue\": \"${sha256}\"}],
    \"licenseConcluded\": \"NOASSERTION\", \"licenseInfoInFiles\": [\"NOASSERTION\"], \"copyrightText\": \"NOASSERTION\"}")
  list(APPEND relations "{\"spdxElementId\": \"SPDXRef-Package-${id}\", \"relationshipType\": \"CONTAINS\",
    \"relatedSpdxElement\": \"SPDXRef-File-${number}\"}")
  set(comma ",")
endforeach()
if(files)
  string(JSON spdx SET "${spdx}" files "[${entries}]")
endif()

# index_of(ID RESULT): where the bill has a package, or where it is to be added
function(index_of id result)
  string(JSON count LENGTH "${spdx}" packages)
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    string(JSON name GET "${spdx}" packages ${index} SPDXID)
    if(name STREQUAL "SPDXRef-Package-${id}")
      set(${result} ${index} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(${result} ${count} PARENT_SCOPE)
endfunction()

foreach(owner IN LISTS owners)
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id "${owner}")
  index_of("${id}" index)
  string(JSON count LENGTH "${spdx}" packages)
  if(index EQUAL count)
    overfit_describe("${owner}" "${id}" package)
    string(JSON spdx SET "${spdx}" packages ${index} "${package}")
    list(APPEND relations "{\"spdxElementId\": \"SPDXRef-Package-overfit\", \"relationshipType\": \"CONTAINS\",
      \"relatedSpdxElement\": \"SPDXRef-Package-${id}\"}")
    overfit_notice("${owner}" "${files_${id}}")
  endif()
  # The verification code of SPDX 2.3, section 7.9.
  list(SORT sums_${id})
  string(JOIN "" sums ${sums_${id}})
  string(SHA1 code "${sums}")
  string(JSON spdx SET "${spdx}" packages ${index} filesAnalyzed true)
  string(JSON spdx SET "${spdx}" packages ${index} packageVerificationCode "{\"packageVerificationCodeValue\": \"${code}\"}")
endforeach()
foreach(relation IN LISTS relations)
  string(JSON index LENGTH "${spdx}" relationships)
  string(JSON spdx SET "${spdx}" relationships ${index} "${relation}")
endforeach()

# --- its name: the same contents have the same, other contents and other kinds of package another ---

set(kind "$ENV{OVERFIT_PACKAGE_KIND}")
if(NOT kind)
  set(kind installed)
endif()
string(JSON spdx SET "${spdx}" documentNamespace "\"\"")
string(SHA256 hash "${kind} ${spdx}")
string(JSON spdx SET "${spdx}" documentNamespace "\"${name_prefix}-${kind}-${hash}\"")
file(WRITE "${bill}" "${spdx}\n")
cmake_policy(POP)
