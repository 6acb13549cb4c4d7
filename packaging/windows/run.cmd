@echo off
rem Double-click: reads the reports in "inbox" beside this file, and shows what came of it.
setlocal
chcp 65001 >nul
rem Like cd /d "%~dp0", and works on a network share too.
pushd "%~dp0"
if errorlevel 1 goto nofolder
if not exist "focalpoint.exe" goto noprogram
if not exist "inbox\" goto first

focalpoint.exe run %*
set "code=%errorlevel%"
if "%code%"=="0" start "" explorer.exe "%~dp0outbox"
if "%code%"=="3" start "" explorer.exe "%~dp0outbox"
goto end

:first
focalpoint.exe init
set "code=%errorlevel%"
if "%code%"=="0" start "" explorer.exe "%~dp0inbox"
goto end

:noprogram
echo focalpoint.exe is not beside this file. Unpack the whole archive into a folder, then start run.cmd there.
set "code=1"
goto end

:nofolder
echo The folder of this file cannot be opened.
set "code=1"

:end
echo.
pause
exit /b %code%
