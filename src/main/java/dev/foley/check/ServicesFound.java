package dev.foley.check;

import dev.foley.provider.ProviderName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which services could be set up and are not. */
public final class ServicesFound {
  private static final String SUBJECT = "Other services";

  private ServicesFound() {}

  /** @param withKey those that are set up; the synthesiser, which needs no key, may be among them */
  public static Finding besides(Set<ProviderName> withKey) {
    List<Service> others = Service.KNOWN.stream().filter(service -> !withKey.contains(service.name())).toList();
    if (others.size() == Service.KNOWN.size()) {
      return Finding.warning("Services",
          "None has a key, so only the built-in synthesiser can be used, which makes sketches.",
          "Set one of " + variables(others) + ". The README tells what each service makes.");
    }
    return others.isEmpty()
        ? Finding.ok(SUBJECT, "All that Foley knows are set up.")
        : Finding.notAsked(SUBJECT, "No key for "
            + others.stream().map(service -> service.title() + " (" + service.variable() + ")")
                .collect(Collectors.joining(", "))
            + "; not offered to members.");
  }

  private static String variables(List<Service> services) {
    return services.stream().map(Service::variable).collect(Collectors.joining(", "));
  }
}
