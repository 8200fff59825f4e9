; The installer of Entre Pares: per user, without administrator rights, in Spanish.
;
;   makensis -NOCD -INPUTCHARSET UTF8 -DVERSION=… -DSOURCE=<frozen folder> -DICONS=<folder of the icons>
;            -DOUTPUT=<setup.exe> [-DTARGET=amd64-unicode] [-DFAST] installer.nsi
;
; TARGET is for Debian, whose Wine runs 64-bit stubs only; NSIS on Windows has the 32-bit stub and needs none.
; FAST packs at once and badly, for the made-up older version of the test.
;
; Exit status: 0 installed · 1 the person cancelled · 2 files could not be written · 3 Windows is too old or
; of 32 bits · 4 no room on disk · 5 the program is open · 6 a newer version is installed · 7 another
; installer is running. The uninstaller: 0, or 5.
;
; What an upgrade must survive is being cut: the new files are written beside the old ones (_nuevo), and only
; when they are all there do the folders change places. Running it again repairs whatever was left.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifdef FAST
  SetCompressor zlib
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off
AllowSkipFiles off
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define TITLE "Entre Pares"
!define EXE "EntrePares.exe"
!define PROGID "EntrePares.Plantel"
!define EXTENSION ".entrepares"
!define KEY "Software\EntrePares"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\EntrePares"
!define CLASSES "Software\Classes"
!define APPLICATION "${CLASSES}\Applications\${EXE}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}"
!define OLDEST_BUILD 17763
!define ROOM_MB 400
!define ALREADY_EXISTS 183
!define ASSOCIATION_CHANGED 0x08000000

Name "${TITLE}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\EntrePares"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS all
BrandingText "${TITLE} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=0 "CompanyName" "${TITLE}"
VIAddVersionKey /LANG=0 "FileDescription" "Instalador de ${TITLE}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${TITLE}"

Var Installed     ; the version that was here before, empty the first time
Var InstalledDir  ; where it was
Var Welcome       ; what the first page says

!define MUI_ICON "${ICONS}\entrepares.ico"
!define MUI_UNICON "${ICONS}\entrepares.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}\windows\lado.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Entre Pares ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_FINISHPAGE_TITLE "Entre Pares está listo"
!define MUI_FINISHPAGE_TEXT "Lo encuentra en el menú Inicio. Los archivos de sus planteles se abren también con doble clic."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "&Abrir Entre Pares"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Entre Pares se va a quitar de esta computadora. Los archivos de sus planteles (.entrepares), sus respaldos y sus ajustes se quedan donde están."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Spanish"

; Tells why not, and ends with that status; in silence only the status tells.
!macro Refuse STATUS SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel ${STATUS}
  Quit
!macroend

; A program that runs cannot be opened for writing, which is how Windows tells that it is open.
!macro DefineRefuseWhileOpen UN
Function ${UN}RefuseWhileOpen
  IfFileExists "$INSTDIR\${EXE}" 0 free
again:
  ClearErrors
  FileOpen $0 "$INSTDIR\${EXE}" a
  IfErrors open
  FileClose $0
  Goto free
open:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Entre Pares está abierto. Ciérrelo y presione Reintentar; lo que capturó ya está guardado." /SD IDCANCEL IDRETRY again
  SetErrorLevel 5
  Quit
free:
FunctionEnd
!macroend
!insertmacro DefineRefuseWhileOpen ""
!insertmacro DefineRefuseWhileOpen "un."

Function .onInit
  SetShellVarContext current
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "EntrePares.Instalador") p .r1 ?e'
  Pop $0
  ${If} $0 = ${ALREADY_EXISTS}
    !insertmacro Refuse 7 "El instalador de Entre Pares ya está abierto en otra ventana."
  ${EndIf}
  ${IfNot} ${RunningX64}
    !insertmacro Refuse 3 "Entre Pares necesita un Windows de 64 bits, y el de esta computadora es de 32. Use otra computadora."
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse 3 "Entre Pares necesita Windows 10 (versión 1809 o posterior) o Windows 11. Actualice Windows o use otra computadora."
  ${EndIf}
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 != ""
  ${AndIf} $1 < ${ROOM_MB}
    !insertmacro Refuse 4 "Hacen falta ${ROOM_MB} MB libres en el disco $0 y solo hay $1 MB. Libere espacio y vuelva a intentar."
  ${EndIf}
  ReadRegStr $Installed HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $InstalledDir HKCU "${KEY}" "InstallDir"
  Call RefuseOlder
  Call RefuseWhileOpen
  Call Explain
FunctionEnd

; An older version over a newer one only if a person says so, or /FORZAR does.
Function RefuseOlder
  ${If} $Installed == ""
    Return
  ${EndIf}
  ${VersionCompare} "$Installed" "${VERSION}" $0
  ${If} $0 <> 1
    Return
  ${EndIf}
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/FORZAR" $2
  IfErrors 0 accepted
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Esta computadora ya tiene Entre Pares $Installed, más nuevo que este instalador (${VERSION}). La versión anterior no abre los archivos guardados con la nueva.$\r$\n$\r$\n¿Instalar de todos modos la versión anterior?" /SD IDNO IDYES accepted
  SetErrorLevel 6
  Quit
accepted:
FunctionEnd

Function Explain
  ${If} $Installed == ""
    StrCpy $Welcome "El programa queda en esta computadora solo para usted. No hace falta ser administrador ni tener internet.$\r$\n$\r$\nSe instala:$\r$\n$\r$\n•  el programa, en su carpeta personal (unos 100 MB)$\r$\n•  un acceso en el menú Inicio y otro en el escritorio$\r$\n•  el doble clic en los archivos .entrepares$\r$\n$\r$\nPresione Instalar para empezar."
  ${ElseIf} $Installed == "${VERSION}"
    StrCpy $Welcome "Esta versión ya está instalada. Si algo no funciona, instálela de nuevo: se reponen todos los archivos del programa.$\r$\n$\r$\nLos archivos de sus planteles y sus ajustes no se tocan.$\r$\n$\r$\nPresione Instalar para empezar."
  ${Else}
    StrCpy $Welcome "Entre Pares $Installed se va a cambiar por la versión ${VERSION}.$\r$\n$\r$\nLos archivos de sus planteles y sus ajustes no se tocan. Si la versión nueva guarda los datos de otro modo, la primera vez que abra cada archivo hace antes una copia en la carpeta «respaldos», junto al archivo, y se lo dice.$\r$\n$\r$\nPresione Instalar para empezar."
  ${EndIf}
FunctionEnd

; Puts FROM in the place of TO. An antivirus that is still reading the new files makes it fail for a moment.
!macro Move FROM TO FAILED
  StrCpy $1 0
  ${Do}
    ClearErrors
    Rename "$INSTDIR\${FROM}" "$INSTDIR\${TO}"
    ${IfNot} ${Errors}
      ${Break}
    ${EndIf}
    IntOp $1 $1 + 1
    ${If} $1 > 20
      Goto ${FAILED}
    ${EndIf}
    Sleep 500
  ${Loop}
!macroend

Section "Programa"
  Call LeaveOtherFolder
  RMDir /r "$INSTDIR\_nuevo"
  SetOutPath "$INSTDIR\_nuevo\_internal"
  File "${ICONS}\plantel.ico"
  SetOutPath "$INSTDIR\_nuevo"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"
  Call RefuseWhileOpen

  RMDir /r "$INSTDIR\_anterior"
  CreateDirectory "$INSTDIR\_anterior"
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    !insertmacro Move "${EXE}" "_anterior\${EXE}" back
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    !insertmacro Move "_internal" "_anterior\_internal" back
  ${EndIf}
  !insertmacro Move "_nuevo\_internal" "_internal" back
  !insertmacro Move "_nuevo\${EXE}" "${EXE}" back
  RMDir /r "$INSTDIR\_nuevo"
  RMDir /r "$INSTDIR\_anterior"
  Goto changed
back:
  ${If} ${FileExists} "$INSTDIR\_anterior\_internal\*.*"
    RMDir /r "$INSTDIR\_internal"
    Rename "$INSTDIR\_anterior\_internal" "$INSTDIR\_internal"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_anterior\${EXE}"
    Delete "$INSTDIR\${EXE}"
    Rename "$INSTDIR\_anterior\${EXE}" "$INSTDIR\${EXE}"
  ${EndIf}
  RMDir "$INSTDIR\_anterior"
  RMDir /r "$INSTDIR\_nuevo"
  MessageBox MB_OK|MB_ICONSTOP "Otro programa está usando los archivos de Entre Pares, quizá el antivirus. Reinicie la computadora y vuelva a instalar." /SD IDOK
  SetErrorLevel 2
  Quit
changed:
  WriteUninstaller "$INSTDIR\Desinstalar.exe"
  Call MakeShortcuts
  Call Register
SectionEnd

; When /D= says another folder than that of the version before, that one is uninstalled first.
Function LeaveOtherFolder
  ${If} $InstalledDir != ""
  ${AndIf} $InstalledDir != $INSTDIR
  ${AndIf} ${FileExists} "$InstalledDir\Desinstalar.exe"
    ExecWait '"$InstalledDir\Desinstalar.exe" /S _?=$InstalledDir' $0
    ${If} $0 <> 0
      SetErrorLevel $0
      Quit
    ${EndIf}
    Delete "$InstalledDir\Desinstalar.exe"
    RMDir "$InstalledDir"
    StrCpy $Installed ""
  ${EndIf}
FunctionEnd

; The one on the desktop is not made again when the person threw it away, nor with /SINESCRITORIO.
Function MakeShortcuts
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${EXE}" "" "" "" "" "" "Tutoría entre pares"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/SINESCRITORIO" $1
  ${If} ${Errors}
    ${If} $Installed == ""
    ${OrIf} ${FileExists} "$DESKTOP\${TITLE}.lnk"
      CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${EXE}" "" "" "" "" "" "Tutoría entre pares"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function Register
  StrCpy $1 '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  ; double click
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${PROGID}"
  WriteRegNone HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "Plantel de Entre Pares"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\_internal\plantel.ico"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open" "FriendlyAppName" "${TITLE}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" "$1"
  ; «Abrir con» and «Aplicaciones predeterminadas»
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${TITLE}"
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" "$1"
  WriteRegStr HKCU "${KEY}\Capabilities" "ApplicationName" "${TITLE}"
  WriteRegStr HKCU "${KEY}\Capabilities" "ApplicationDescription" "Tutoría entre pares en el plantel, sin internet"
  WriteRegStr HKCU "${KEY}\Capabilities\FileAssociations" "${EXTENSION}" "${PROGID}"
  WriteRegStr HKCU "Software\RegisteredApplications" "${TITLE}" "${KEY}\Capabilities"
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${EXE}"
  ; «Aplicaciones instaladas»
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Desinstalar.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Desinstalar.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $2 $3
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i ${ASSOCIATION_CHANGED}, i 0, p 0, p 0)'
FunctionEnd

Function un.onInit
  SetShellVarContext current
  Call un.RefuseWhileOpen
FunctionEnd

; Everything that the installer made, by name: nothing of the person's goes, wherever it was saved.
Section "Uninstall"
  Call un.RefuseWhileOpen
  Delete "$INSTDIR\${EXE}"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_nuevo"
  RMDir /r "$INSTDIR\_anterior"
  Delete "$INSTDIR\Desinstalar.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegValue HKCU "Software\RegisteredApplications" "${TITLE}"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  System::Call 'shell32::SHChangeNotify(i ${ASSOCIATION_CHANGED}, i 0, p 0, p 0)'
SectionEnd
