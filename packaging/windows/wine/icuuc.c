/* icuuc.dll for the Wine of the test only. Windows has it since 10 (1703); Wine 8 has none, and
   Qt6Core.dll imports these names of it. Qt asks them for text encodings other than UTF and
   Latin-1, which the program leaves to Python, so all may answer "unsupported". Never shipped. */
#define OFFERED __declspec(dllexport)
#define UNSUPPORTED 16

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved)
{
    (void)module; (void)reason; (void)reserved;
    return 1;
}

static void *refused(int *error)
{
    *error = UNSUPPORTED;
    return 0;
}

OFFERED void *ucnv_open(const char *name, int *error) { (void)name; return refused(error); }
OFFERED void ucnv_close(void *converter) { (void)converter; }
OFFERED void ucnv_reset(void *converter) { (void)converter; }
OFFERED signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
OFFERED const char *ucnv_getName(void *converter, int *error) { (void)converter; return refused(error); }
OFFERED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name; (void)standard;
    return refused(error);
}
OFFERED const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
OFFERED int ucnv_countAvailable(void) { return 0; }
OFFERED int ucnv_toUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
OFFERED int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
OFFERED void ucnv_getToUCallBack(void) {}
OFFERED void ucnv_setToUCallBack(void) {}
OFFERED void ucnv_getFromUCallBack(void) {}
OFFERED void ucnv_setFromUCallBack(void) {}
OFFERED void ucnv_toUnicode(void) {}
OFFERED void ucnv_fromUnicode(void) {}
OFFERED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OFFERED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
