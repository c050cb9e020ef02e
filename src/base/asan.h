/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether this program is built with AddressSanitizer: 1 or 0, for the compiler and the preprocessor alike. */
#ifndef BASE_ASAN_H
#define BASE_ASAN_H

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BUILT_WITH_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define BUILT_WITH_ASAN 1
#endif
#ifndef BUILT_WITH_ASAN
#define BUILT_WITH_ASAN 0
#endif

#endif
