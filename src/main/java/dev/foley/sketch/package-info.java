/** The offline synthesiser: words in, PCM out. Imports {@code audio} only. */
@NullMarked
package dev.foley.sketch;

import org.jspecify.annotations.NullMarked;
