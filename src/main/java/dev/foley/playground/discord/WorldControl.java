package dev.foley.playground.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Changes the server that the bot lives in. Thread-safe; unknown names are {@link IllegalArgumentException}s. */
public final class WorldControl {
  private final Turn turn;
  private final World world;
  private final Gateway gateway;
  private final GatewayProtocol protocol;
  private final ChannelRoutes channels;
  private final Attachments attachments;
  private final Views views;

  WorldControl(Turn turn, World world, Gateway gateway, GatewayProtocol protocol, ChannelRoutes channels,
      Attachments attachments, Views views) {
    this.turn = turn;
    this.world = world;
    this.gateway = gateway;
    this.protocol = protocol;
    this.channels = channels;
    this.attachments = attachments;
    this.views = views;
  }

  public List<ChannelView> channels() {
    return turn.call(() -> world.channels().stream().map(views::channel).toList());
  }

  /** User names of the people in the server. */
  public List<String> members() {
    return turn.call(() -> world.home().members().values().stream().map(Member::user).filter(user -> !user.bot())
        .map(User::username).toList());
  }

  /** Everybody in the server, the bot too. */
  public List<MemberView> accounts() {
    return turn.call(() -> world.home().members().values().stream().map(views::member).toList());
  }

  public String addMember(String name) {
    return turn.call(() -> {
      if (world.findUser(name).isPresent()) {
        throw new IllegalArgumentException("there is a member " + name + " already");
      }
      return world.addMember(name, List.of()).user().username();
    });
  }

  /** Creates a channel in which the bot may do everything that members may. */
  public ChannelView createChannel(String name) {
    return turn.call(() -> {
      Channel channel = world.addChannel(name);
      tell("CHANNEL_CREATE", channel);
      return views.channel(channel);
    });
  }

  /**
   * Lets the bot join another server with the same people, which has one channel.
   *
   * @param channel by its name it is found, so it should be new
   * @param shard that sees the server where there are {@code shards} of them
   */
  public ChannelView createServer(String name, String channel, int shard, int shards) {
    return turn.call(() -> {
      Channel only = world.addGuild(name, channel, shard, shards);
      only.guild().ifPresent(protocol::joined);
      return views.channel(only);
    });
  }

  /** How many shards the API recommends from now on, whatever the number of servers. */
  public void recommendShards(int shards) {
    turn.run(() -> protocol.recommendShards(shards));
  }

  /** Takes these permissions from the bot in a channel, and gives back all others. */
  public ChannelView denyBot(String channel, Set<Permission> denied) {
    return turn.call(() -> {
      Channel found = guildChannel(channel);
      found.overwrites().put(world.botRoleId(), new Channel.Overwrite(0, 0, Permission.set(denied)));
      tell("CHANNEL_UPDATE", found);
      return views.channel(found);
    });
  }

  public void deleteChannel(String channel) {
    turn.run(() -> channels.remove(guildChannel(channel)));
  }

  /** Removes the bot from the server, as its managers can, or invites it again. */
  public void botIsMember(boolean member) {
    turn.run(() -> {
      Guild home = world.home();
      if (home.member(world.bot().id()).isPresent() == member) {
        return;
      }
      world.botIsMember(member);
      gateway.dispatch(new GatewayEvent(member ? "GUILD_CREATE" : "GUILD_DELETE", GatewayEvent.GUILDS, home.id(), member
          ? home.toGatewayJson(home.member(world.bot().id()).orElseThrow(), false, world.founded())
          : Json.object().put("id", Json.id(home.id()))));
    });
  }

  /** Lets a member accept or refuse direct messages from the bot. */
  public void refuseDirectMessages(String member, boolean refuse) {
    turn.run(() -> world.refuseDirectMessages(world.findUser(member)
        .orElseThrow(() -> new IllegalArgumentException("there is no member " + member)), refuse));
  }

  /** The language of a member's client, such as {@code de}, which interactions carry from now on. */
  public void setLocale(String member, String locale) {
    if (!locale.matches("[a-z]{2}(-[A-Z0-9]{2,3})?")) {
      throw new IllegalArgumentException("a locale is written as en-US or de, not " + locale);
    }
    turn.run(() -> world.setLocale(world.findUser(member)
        .orElseThrow(() -> new IllegalArgumentException("there is no member " + member)), locale));
  }

  /** For each file; interactions announce it from now on. */
  public void setAttachmentLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("the attachment limit is below 1 byte");
    }
    attachments.limitBytes(bytes);
  }

  public long attachmentLimit() {
    return attachments.limitBytes();
  }

  /** How many bots, or shards of one, are connected to the gateway. */
  public int connectedSessions() {
    return turn.call(gateway::connected);
  }

  /**
   * Waits until bots have become READY so many times since the start. After a restart of the bot wait for one more than
   * before: the commands of the old process are still registered, and what is invoked before the new one listens is lost.
   */
  public void awaitSessions(int begun, Duration timeout) throws InterruptedException, TimeoutException {
    Optional<Integer> reached = turn.await(timeout, () -> Optional.of(gateway.begun()).filter(count -> count >= begun));
    if (reached.isEmpty()) {
      throw new TimeoutException("only " + begunSessions() + " sessions have begun within " + timeout);
    }
  }

  /** How often bots have become READY since the start. */
  public int begunSessions() {
    return turn.call(gateway::begun);
  }

  private void tell(String event, Channel channel) {
    if (world.home().member(world.bot().id()).isEmpty()) {
      return;
    }
    gateway.dispatch(new GatewayEvent(event, GatewayEvent.GUILDS, channel.guildId(), channel.toJson()));
  }

  private Channel guildChannel(String name) {
    return world.findChannel(name)
        .filter(channel -> channel.guild().isPresent())
        .orElseThrow(() -> new IllegalArgumentException("the server has no channel " + name));
  }
}
