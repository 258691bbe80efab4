/** Life cycle and health. */
@NullMarked
package dev.foley.ops;

import org.jspecify.annotations.NullMarked;
