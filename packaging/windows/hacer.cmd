@echo off
rem Sin ejecutar todavia en un Windows de verdad; vea LEAME.md.
setlocal
cd /d "%~dp0..\.."
for %%v in (3.11 3.12 3.13) do (
    py -%%v -c "" >nul 2>&1 && (
        py -%%v packaging\dev.py windows
        exit /b
    )
)
echo Hace falta Python 3.11, 3.12 o 3.13 de 64 bits, de python.org.
exit /b 1
