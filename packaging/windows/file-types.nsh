; SPDX-License-Identifier: GPL-3.0-or-later
; What Overfit opens: .overfit is its own; tables it offers to open, and leaves them to whatever opens them now.

!define EXPERIMENT Overfit.Experiment
!define TABLE Overfit.Table
!define CLASSES Software\Classes

!macro registerProgId id name icon
  WriteRegStr SHCTX "${CLASSES}\${id}" "" "${name}"
  WriteRegStr SHCTX "${CLASSES}\${id}\DefaultIcon" "" "$INSTDIR\bin\overfit.exe,${icon}"
  WriteRegStr SHCTX "${CLASSES}\${id}\shell\open\command" "" '"$INSTDIR\bin\overfit.exe" "%1"'
!macroend

!macro registerFileTypes
  !insertmacro registerProgId ${EXPERIMENT} "Overfit experiment" 1
  !insertmacro registerProgId ${TABLE} "Table" 0
  WriteRegStr SHCTX "${CLASSES}\.overfit" "" "${EXPERIMENT}"
  WriteRegStr SHCTX "${CLASSES}\.overfit\OpenWithProgids" "${EXPERIMENT}" ""
  WriteRegStr SHCTX "${CLASSES}\.csv\OpenWithProgids" "${TABLE}" ""
  WriteRegStr SHCTX "${CLASSES}\Applications\overfit.exe" FriendlyAppName "Overfit"
  WriteRegStr SHCTX "${CLASSES}\Applications\overfit.exe\shell\open\command" "" '"$INSTDIR\bin\overfit.exe" "%1"'
  WriteRegStr SHCTX "${CLASSES}\Applications\overfit.exe\SupportedTypes" ".overfit" ""
  WriteRegStr SHCTX "${CLASSES}\Applications\overfit.exe\SupportedTypes" ".csv" ""
  ${RefreshShellIcons}
!macroend

; Where another program has taken .overfit over, or offers to open it too, that stays.
!macro unregisterFileTypes
  ReadRegStr $0 SHCTX "${CLASSES}\.overfit" ""
  ${If} $0 == "${EXPERIMENT}"
    DeleteRegValue SHCTX "${CLASSES}\.overfit" ""
  ${EndIf}
  DeleteRegValue SHCTX "${CLASSES}\.overfit\OpenWithProgids" "${EXPERIMENT}"
  DeleteRegValue SHCTX "${CLASSES}\.csv\OpenWithProgids" "${TABLE}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.overfit\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.csv\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.overfit"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.csv"
  DeleteRegKey SHCTX "${CLASSES}\${EXPERIMENT}"
  DeleteRegKey SHCTX "${CLASSES}\${TABLE}"
  DeleteRegKey SHCTX "${CLASSES}\Applications\overfit.exe"
  ${RefreshShellIcons}
!macroend
