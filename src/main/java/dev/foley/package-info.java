/** The composition root and the command line. */
@NullMarked
package dev.foley;

import org.jspecify.annotations.NullMarked;
