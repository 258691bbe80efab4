package dev.foley.playground.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who and what exists: accounts, guilds, channels. Begins with one server, in which the bot may do everything in
 * {@code music}, attach no files in {@code no-files}, and not see {@code staff}. Guarded by {@link Turn}.
 */
final class World {
  private static final int MAX_CHANNELS = 500;
  private static final int MAX_GUILDS = 10_000;
  private static final int MAX_USERS = 10_000;
  private static final String DEFAULT_LOCALE = "en-US";

  private final Snowflakes snowflakes;
  private final Instant founded;
  private final User bot;
  private final User owner;
  private final Map<Long, User> users = new LinkedHashMap<>();
  private final Map<Long, Guild> guilds = new LinkedHashMap<>();
  private final Map<Long, Channel> directChannels = new LinkedHashMap<>();
  private final Map<Long, String> locales = new HashMap<>();
  private final Set<Long> refusingDirectMessages = new HashSet<>();
  private final Guild home;
  private final long botRoleId;

  World(Snowflakes snowflakes, InstantSource clock) {
    this.snowflakes = snowflakes;
    this.founded = clock.instant();
    this.bot = addUser("foley", "Foley", true);
    this.owner = addUser("olga", "Olga", false);
    this.home = new Guild(snowflakes.next(), "Playground", owner);
    guilds.put(home.id(), home);
    addRole(new Role(home.id(), "@everyone", Permission.MEMBER, 0, false, false));
    botRoleId = snowflakes.next();
    addRole(new Role(botRoleId, "Foley", Permission.MEMBER | Permission.MENTION_EVERYONE.bit(), 2, true, false));
    long moderatorRole = snowflakes.next();
    addRole(new Role(moderatorRole, "Moderator", Permission.set(Permission.MANAGE_MESSAGES, Permission.MANAGE_GUILD,
        Permission.MANAGE_CHANNELS), 1, false, true));
    join(bot, List.of(botRoleId));
    join(owner, List.of());
    addMember("mia", List.of());
    addMember("ben", List.of());
    addMember("ada", List.of(moderatorRole));
    addChannel("music");
    addChannel("no-files").overwrites()
        .put(botRoleId, new Channel.Overwrite(0, 0, Permission.ATTACH_FILES.bit()));
    addChannel("staff").overwrites()
        .put(botRoleId, new Channel.Overwrite(0, 0, Permission.VIEW_CHANNEL.bit()));
  }

  User bot() {
    return bot;
  }

  /** Of the server and of the bot's application. */
  User owner() {
    return owner;
  }

  /** A bot's application has the id of its account, as with every application made since 2016. */
  long applicationId() {
    return bot.id();
  }

  Guild home() {
    return home;
  }

  Collection<Guild> guilds() {
    return guilds.values();
  }

  /** The role that carries the bot's permissions; a channel's overwrites for the bot are made on it. */
  long botRoleId() {
    return botRoleId;
  }

  Instant founded() {
    return founded;
  }

  Optional<Guild> findGuild(long id) {
    return Optional.ofNullable(guilds.get(id));
  }

  /** As the bot finds it: unknown where it is no member. */
  Guild guild(long id) {
    return findGuild(id).filter(guild -> guild.member(bot.id()).isPresent()).orElseThrow(ApiError::unknownGuild);
  }

  Optional<User> findUser(long id) {
    return Optional.ofNullable(users.get(id));
  }

  User user(long id) {
    return findUser(id).orElseThrow(ApiError::unknownUser);
  }

  Optional<Channel> findChannel(long id) {
    return guilds.values().stream().flatMap(guild -> Optional.ofNullable(guild.channels().get(id)).stream())
        .findFirst().or(() -> directChannels.values().stream().filter(channel -> channel.id() == id).findFirst());
  }

  /** As the bot finds it: unknown, or closed to it. */
  Channel channel(long id) {
    Channel channel = findChannel(id).orElseThrow(ApiError::unknownChannel);
    if (!Permission.VIEW_CHANNEL.in(botPermissions(channel))) {
      throw ApiError.missingAccess();
    }
    return channel;
  }

  long botPermissions(Channel channel) {
    return permissions(bot, channel);
  }

  /** In direct messages both sides may do what every member may. */
  long permissions(User user, Channel channel) {
    return channel.guild()
        .map(guild -> guild.member(user.id()).map(member -> guild.permissions(member, channel)).orElse(0L))
        .orElse(Permission.MEMBER);
  }

  Channel directChannel(User person) {
    return directChannels.computeIfAbsent(person.id(), id -> Channel.direct(snowflakes.next(), person));
  }

  /** Removes the bot from its server, or lets it in again with its role. */
  void botIsMember(boolean member) {
    if (member) {
      join(bot, List.of(botRoleId));
    } else {
      home.members().remove(bot.id());
    }
  }

  /** Whether bot and person meet in a server; without one, the bot cannot write to them. */
  boolean sharesServer(User person) {
    return guilds.values().stream()
        .anyMatch(guild -> guild.member(bot.id()).isPresent() && guild.member(person.id()).isPresent());
  }

  boolean refusesDirectMessages(User person) {
    return refusingDirectMessages.contains(person.id());
  }

  /** As a member can set it for a server's other members, and so for its bots. */
  void refuseDirectMessages(User person, boolean refuse) {
    if (refuse) {
      refusingDirectMessages.add(person.id());
    } else {
      refusingDirectMessages.remove(person.id());
    }
  }

  /** The language of a member's client. */
  String locale(User person) {
    return locales.getOrDefault(person.id(), DEFAULT_LOCALE);
  }

  void setLocale(User person, String locale) {
    locales.put(person.id(), locale);
  }

  Channel addChannel(String name) {
    return addChannel(home, name);
  }

  private Channel addChannel(Guild guild, String name) {
    if (guild.channels().size() >= MAX_CHANNELS) {
      throw new IllegalStateException("a server has at most " + MAX_CHANNELS + " channels");
    }
    Channel channel = Channel.text(snowflakes.next(), guild, name, guild.channels().size());
    guild.channels().put(channel.id(), channel);
    return channel;
  }

  /**
   * Another server with the same people, the bot among them, and one channel in which everybody may do what members may.
   *
   * @param shard that sees it when there are {@code shards} of them
   */
  Channel addGuild(String name, String channel, int shard, int shards) {
    if (guilds.size() >= MAX_GUILDS) {
      throw new IllegalStateException("there are at most " + MAX_GUILDS + " servers");
    }
    // Older than the first one, by as many milliseconds as it takes: ids of the future would be met again.
    long id = home.id();
    while (guilds.containsKey(id) || (id >>> 22) % shards != shard) {
      id -= 1L << 22;
    }
    Guild guild = new Guild(id, name, owner);
    guild.roles().put(id, new Role(id, "@everyone", Permission.MEMBER, 0, false, false));
    home.members().values()
        .forEach(member -> guild.members().put(member.user().id(), new Member(member.user(), List.of(), founded)));
    guilds.put(id, guild);
    return addChannel(guild, channel);
  }

  Member addMember(String username, List<Long> roles) {
    return join(addUser(username, displayName(username), false), roles);
  }

  /** Finds a person or the bot by name, as a test or a member writes it. */
  Optional<User> findUser(String username) {
    return users.values().stream().filter(user -> user.username().equals(username)).findFirst();
  }

  /** By id, by name, or {@code @name} for the direct messages between the bot and that person. */
  Optional<Channel> findChannel(String nameOrId) {
    if (nameOrId.startsWith("@")) {
      return findUser(nameOrId.substring(1)).map(this::directChannel);
    }
    return channels().stream()
        .filter(channel -> channel.name().equals(nameOrId) || Json.id(channel.id()).equals(nameOrId)).findFirst();
  }

  List<Channel> channels() {
    List<Channel> all = new ArrayList<>();
    guilds.values().forEach(guild -> all.addAll(guild.channels().values()));
    all.addAll(directChannels.values());
    return all;
  }

  private Member join(User user, List<Long> roles) {
    Member member = new Member(user, roles, founded);
    home.members().put(user.id(), member);
    return member;
  }

  private void addRole(Role role) {
    home.roles().put(role.id(), role);
  }

  private User addUser(String username, String displayName, boolean isBot) {
    if (users.size() >= MAX_USERS) {
      throw new IllegalStateException("there are at most " + MAX_USERS + " accounts");
    }
    User user = new User(snowflakes.next(), username, displayName, isBot);
    users.put(user.id(), user);
    return user;
  }

  private static String displayName(String username) {
    return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
  }
}
