/** Simulated text-to-audio services that speak the providers' wire contracts. */
@NullMarked
package dev.foley.playground.services;

import org.jspecify.annotations.NullMarked;
