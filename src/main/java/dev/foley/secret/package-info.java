/** Values that cannot be printed. */
@NullMarked
package dev.foley.secret;

import org.jspecify.annotations.NullMarked;
