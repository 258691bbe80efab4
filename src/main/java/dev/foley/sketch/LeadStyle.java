package dev.foley.sketch;

import java.util.List;
import java.util.stream.Stream;

/** How a melody moves: its rhythms, one bar each, and how far it ranges, in steps of the scale. */
enum LeadStyle {
  SINGING(3, "x---x-x-x---x---", "x-----x-x---x-x-", "x---x---x-x-x---", "..x-x-x-x-----x-", "x-------x-x-x---"),
  FOLKSY(3, "x-x-x---x-x-x---", "x---x-x-x-x-x---", "x-x-x-x-x---x---"),
  RIFF(4, "x..x..x...x.x...", "x.x..x..x..x....", "..x..x..x.x...x.", "x..x..x..x..x.x."),
  SPARSE(4, "x-----------....", "....x-------x---", "x-------x-------", "..x---------....", "x-----x---------"),
  RUNNING(2, "x-x-x-x-x-x-x-x-", "x---x-x-x-x-x-x-", "..x-x-x-x-x-x---", "x-x-x-x---x-x-x-"),
  ARPEGGIO(9, "xxxxxxxxxxxxxxxx", "x.xxx.xxx.xxx.xx"),
  BOUNCY(4, "x.x.xx..x.x.x...", "xx.x.xx.x.x.x...", "x..xx.x.x..xx.x."),
  NOBLE(4, "x-------x---x---", "x-----x-x-------", "x---x---x-------", "x-----x-x---x---"),
  LAID_BACK(3, "..x-x---..x-....", "x--x--x-----....", "....x-x-x---..x-", "..x---x-x-------");

  private final int range;
  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final List<Steps> rhythms;

  LeadStyle(int range, String... rhythms) {
    this.range = range;
    this.rhythms = Stream.of(rhythms).map(Steps::new).toList();
  }

  int range() {
    return range;
  }

  List<Steps> rhythms() {
    return rhythms;
  }
}
