@echo off
rem For Task Scheduler: prints nothing unless a person is needed, and adds what came of it to focalpoint.log.
rem Exit code 3 is no failure: the outputs are written, and some files need a person.
setlocal
chcp 65001 >nul
pushd "%~dp0"
if errorlevel 1 exit /b 1
focalpoint.exe run --quiet --log focalpoint.log %*
exit /b %errorlevel%
