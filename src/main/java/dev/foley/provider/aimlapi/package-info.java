/** AIML API, by its documented contract. Nothing of HTTP or JSON leaves this package. */
@NullMarked
package dev.foley.provider.aimlapi;

import org.jspecify.annotations.NullMarked;
