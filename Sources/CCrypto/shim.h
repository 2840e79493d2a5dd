// The functions of one digest each: their state is a plain value, and they load no provider and read no configuration, as
// the EVP interface does when it is first used. OpenSSL 3 marks them deprecated in its favour; this asks for the interface
// of 1.1.1, which declares them without the mark (OPENSSL_API_COMPAT in openssl_user_macros(7)).
#ifndef OPENSSL_API_COMPAT
#define OPENSSL_API_COMPAT 0x10101000L
#endif
#include <openssl/sha.h>
