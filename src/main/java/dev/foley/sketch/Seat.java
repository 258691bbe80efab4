package dev.foley.sketch;

import java.util.List;

/**
 * One player in place.
 *
 * @param featured whether the prompt named the instrument or the chair
 */
record Seat(Part part, Instrument instrument, List<Steps> patterns, boolean featured) {}
