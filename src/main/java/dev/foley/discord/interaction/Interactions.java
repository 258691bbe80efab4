package dev.foley.discord.interaction;

import java.util.List;
import java.util.stream.Stream;

/** Everything that members can use. */
public record Interactions(List<? extends Command> commands, List<? extends Menu> menus, List<? extends Press> presses,
    List<? extends Selection> selections, List<? extends Form> forms) {
  public static final Interactions NONE = new Interactions(List.of(), List.of(), List.of(), List.of(), List.of());

  public Interactions {
    commands = List.copyOf(commands);
    menus = List.copyOf(menus);
    presses = List.copyOf(presses);
    selections = List.copyOf(selections);
    forms = List.copyOf(forms);
  }

  /** These, and others. */
  public Interactions and(Interactions others) {
    return new Interactions(join(commands, others.commands), join(menus, others.menus), join(presses, others.presses),
        join(selections, others.selections), join(forms, others.forms));
  }

  private static <T> List<T> join(List<? extends T> one, List<? extends T> other) {
    return Stream.<T>concat(one.stream(), other.stream()).toList();
  }
}
