/* python.exe of the Windows Python put together on Linux: hands its arguments to python3xx.dll.
   Part of the tools that build, never of what is installed. */
#include <wchar.h>

__declspec(dllimport) int Py_Main(int argc, wchar_t **argv);

int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
