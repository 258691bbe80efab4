/**
 * What the simulated text-to-audio services have in common; each speaks its provider's wire contract in a subpackage of
 * its own.
 *
 * <p>Every service has the same shape. {@code Simulated<Service>} is a {@link dev.foley.playground.server.Part} with the
 * constants {@code API_PATH} ({@code /services/<service>}), {@code CDN_PATH} ({@code /cdn/<service>}, where results are
 * files of their own) and {@code CONTROL_PATH} ({@code /control/services/<service>}), and with {@code faults()},
 * {@code observations()}, {@code ledger()} and {@code addHooks()}. It is made of a {@code <Service>Settings} record: keys,
 * times, limits, money, clock, random, source.
 *
 * <p>On a request's way: the service's {@link Exchange} words its answers, a {@link Refusal} ends its checks,
 * {@link ServiceObservations} records it, {@link FaultyAnswers} sends the {@link Reply} or does what a planned
 * {@link Fault} says. A job's times come from {@link JobTimes} and {@link WorkPlaces}, its sound from
 * {@link RenderedClips}, its file is a {@link ResultFile}, which {@link ResultCdn} serves or the service answers itself.
 */
@NullMarked
package dev.foley.playground.services;

import org.jspecify.annotations.NullMarked;
