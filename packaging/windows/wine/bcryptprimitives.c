/* bcryptprimitives.dll for the Wine of the test only. Windows has the real one; Wine 8 has none, and
   PDFium (in pypdfium2) draws its random numbers from it. Never shipped. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *bytes, unsigned long count);

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved)
{
    (void)module; (void)reason; (void)reserved;
    return 1;
}

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, unsigned long long count)
{
    return SystemFunction036(bytes, (unsigned long)count); /* RtlGenRandom */
}
