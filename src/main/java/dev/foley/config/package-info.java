/** File and environment to typed settings. */
@NullMarked
package dev.foley.config;

import org.jspecify.annotations.NullMarked;
