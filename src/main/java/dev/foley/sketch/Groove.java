package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Drum patterns. Each line: the intensity (1 to 3) from which it plays, the drum, its steps as in {@link Steps}:
 * {@code X} accent, {@code x} normal, {@code o} soft, {@code ?} soft and only now and then.
 */
enum Groove {
  NONE(Kit.ACOUSTIC, ""),
  HOUSE(Kit.CLUB, """
      2 kick       X...X...X...X...
      2 clap       ....x.......x...
      1 open_hat   ..x...x...x...x.
      3 hat        x.oxx.oxx.oxx.ox
      1 shaker     o.oxo.oxo.oxo.ox
      """),
  DEEP_HOUSE(Kit.CLUB, """
      2 kick       X...X...X...X...
      2 clap       ....x.......x...
      2 open_hat   ..o...o...o...o.
      1 hat        ..xo..x...xo..xo
      1 shaker     oooxoooxoooxooox
      3 rim        ...o..o....o..?. ...o..o...o....o
      3 low_conga  ......o...?....o
      """),
  TECHNO(Kit.CLUB, """
      1 kick       X...X...X...X...
      2 open_hat   ..x...x...x...x.
      3 clap       ....x.......x...
      2 hat        xoxoxoxoxoxoxoxo
      3 rim        ..o..o....o..?o.
      3 low_tom    .......o......o. .......o..o...o.
      """),
  TRANCE(Kit.CLUB, """
      2 kick       X...X...X...X...
      2 open_hat   ..x...x...x...x.
      3 clap       ....x.......x...
      1 hat        x.o.x.o.x.o.x.o.
      3 shaker     oooooooooooooooo
      """),
  DISCO(Kit.ACOUSTIC, """
      2 kick       X...X...X...X...
      2 snare      ....X.......X...
      1 hat        x.o.x.o.x.o.x.o.
      2 open_hat   ..x...x...x...x.
      3 tambourine ..x...x...x...x.
      3 high_conga ......o..o......
      """),
  BREAKBEAT(Kit.ACOUSTIC, """
      2 kick       X.........X..... X.........X.....
      2 snare      ....X..o.o..X... ....X..o.o..X..o
      1 hat        x.x.x.x.x.x.x.x.
      3 ride       x.x.x.x.x.x.x.x.
      3 shaker     .o.o.o.o.o.o.o.o
      """),
  HALF_TIME(Kit.CLUB, """
      2 kick       X.....x......... X.....x...x.....
      2 snare      ........X.......
      1 hat        x..xx..xx..xx.xx
      3 clap       ........x.......
      3 crash      X............... ................
      """),
  BOOM_BAP(Kit.DUSTY, """
      2 kick       X......x..X..... X..x...x..X.....
      2 snare      ....X.......X... ....X.......X..o
      1 hat        x.x.x.x.x.x.x.x.
      3 open_hat   ..............o. ................
      3 shaker     ..o...o...o...o.
      """),
  TRAP(Kit.BOOM, """
      2 kick       X......x..x..... X.....x...x..x..
      2 clap       ........X.......
      2 snare      ........x.......
      1 hat        x.x.x.x.x.x.xxxx x.x.xxx.x.x.x.xx
      3 open_hat   ..........x..... ................
      3 rim        ...........o..o.
      """),
  LOFI(Kit.DUSTY, """
      2 kick       X......o..X..... X..o......X..o..
      2 snare      ....X.......X...
      1 hat        x.o.x.o.x.o.x.oo
      3 rim        .......?......?.
      3 shaker     ..o...o...o...o.
      """),
  DOWNTEMPO(Kit.CLUB, """
      2 kick       X.......x.x..... X.....x...x.....
      2 clap       ....x.......x...
      1 shaker     x.oox.oox.oox.oo
      2 hat        ..x...x...x...x.
      3 low_conga  ...o..o....o.o..
      """),
  EPIC(Kit.ORCHESTRAL, """
      2 taiko      X.....x...x..... X.....x...x.x.x.
      3 low_tom    ..oo..oo..oo..oo ..oo..oooooooooo
      2 timpani    X............... ............x.x.
      3 snare      ....o.......o.oo ....o...o.o.oooo
      3 crash      X............... ................ ................ ................
      """),
  SWING(Kit.BRUSHES, """
      1 ride       x...x.x.x...x.x. x...x.x.x...x.x.
      2 hat        ....x.......x...
      1 brush      o...x...o...x...
      3 kick       o...o...o...o... o.....?.o...o..?
      3 rim        ......?.......?. ..?.......o.....
      """),
  BOSSA(Kit.BRUSHES, """
      1 rim        x..x..x...x..x..
      2 kick       x..xx..xx..xx..x
      1 shaker     xoxoxoxoxoxoxoxo
      3 hat        ....o.......o...
      """),
  LATIN(Kit.ACOUSTIC, """
      2 kick       x..x....x..x....
      1 high_conga o..xo.xxo..xo.xx
      2 low_conga  ......x.......xx
      2 cowbell    x.o.x.o.x.o.x.o.
      1 rim        x..x..x...x.x...
      3 shaker     xoxoxoxoxoxoxoxo
      3 snare      ..............o.
      """),
  FUNK(Kit.ACOUSTIC, """
      2 kick       X.x...x...x..x.. X.x....x..x.....
      2 snare      ....X..o.o..X..o
      1 hat        xoxoxoxoxoxoxoxo
      3 open_hat   ..............x.
      3 tambourine ....x.......x...
      """),
  ROCK(Kit.ACOUSTIC, """
      2 kick       X.....x.X....... X.....x.X.x.....
      2 snare      ....X.......X...
      1 hat        X.x.X.x.X.x.X.x.
      3 crash      X............... ................ ................ ................
      3 tambourine ....o.......o...
      """),
  METAL(Kit.ACOUSTIC, """
      2 kick       X.x.X.xxX.x.X.xx
      2 snare      ....X.......X...
      1 hat        X...X...X...X...
      3 ride       X...X...X...X...
      3 crash      X............... ................
      """),
  POP(Kit.ACOUSTIC, """
      2 kick       X.......X.x..... X.....x.X.......
      2 snare      ....X.......X...
      3 clap       ....o.......o...
      1 hat        x.o.x.o.x.o.x.o.
      3 tambourine ..o...o...o...o.
      """),
  FOLK(Kit.BRUSHES, """
      2 kick       x.......x.......
      2 brush      ....x.......x...
      1 shaker     o.o.x.o.o.o.x.o.
      3 tambourine ....x.......x...
      """),
  TRAIN(Kit.BRUSHES, """
      2 kick       x.......x.......
      1 brush      oox.oox.oox.oox.
      2 rim        ....x.......x...
      3 snare      ....o..o....o.o.
      """),
  SHUFFLE(Kit.ACOUSTIC, """
      2 kick       X.......X.....x.
      2 snare      ....X.......X...
      1 ride       x.x.x.x.x.x.x.x.
      3 hat        ....x.......x...
      """),
  ONE_DROP(Kit.ACOUSTIC, """
      2 kick       ........X.......
      2 rim        ........X.......
      1 hat        x.o.x.o.x.o.x.oo
      3 open_hat   ..............x. ................
      3 shaker     ..o...o...o...o.
      """),
  RETRO(Kit.CLUB, """
      2 kick       X...x...X...x...
      2 snare      ....X.......X...
      1 hat        x.x.x.x.x.x.x.x.
      3 clap       ....x.......x...
      3 high_tom   ................ ..........x.x...
      3 low_tom    ................ .............xx.
      """),
  CHIP(Kit.CHIP, """
      2 kick       x..x..x.x..x..x.
      2 snare      ....x.......x...
      1 hat        x.x.x.x.x.x.x.x.
      3 open_hat   ..............x.
      """),
  WALTZ(Kit.BRUSHES, """
      2 kick       x...........
      1 brush      ....x...x...
      3 ride       x...x...x...
      """);

  private final Kit kit;
  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final List<Row> rows;

  Groove(Kit kit, String table) {
    this.kit = kit;
    List<Row> parsed = new ArrayList<>();
    table.lines().forEach(line -> {
      String[] words = line.strip().split(" +", 3);
      parsed.add(new Row(Integer.parseInt(words[0]), Drum.valueOf(words[1].toUpperCase(Locale.ROOT)),
          new Steps(words[2])));
    });
    rows = List.copyOf(parsed);
  }

  Kit kit() {
    return kit;
  }

  List<Row> rows() {
    return rows;
  }

  /**
   * @param intensity from which it plays: 1 quiet, 2 normal, 3 full
   */
  record Row(int intensity, Drum drum, Steps steps) {}
}
