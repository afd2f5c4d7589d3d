package io.familiarface.jobs.accounting.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "0.1.2.3",
        "100.64.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "2002:0a00:0001::",
        "2001:db8::1",
        "2001:0:1::1",
        "64:ff9b::a00:1"
      })
  void what_is_ours_or_nobodys_is_not_called(String address) throws UnknownHostException {
    assertThat(TargetAddress.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1"})
  void what_is_public_is(String address) throws UnknownHostException {
    assertThat(TargetAddress.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void only_https_to_a_host_and_nothing_beside() {
    for (String url :
        new String[] {
          "http://8.8.8.8/hook",
          "ftp://8.8.8.8/",
          "https://user@8.8.8.8/",
          "https:///hook",
          "hook",
          "https://8.8.8.8/#part",
          "https://127.0.0.1/",
          "https://[::1]/"
        }) {
      assertThat(TargetAddress.refusal(URI.create(url), false)).as(url).isPresent();
    }
    assertThat(TargetAddress.refusal(URI.create("https://8.8.8.8/hook"), false)).isEmpty();
    assertThat(TargetAddress.refusal(URI.create("http://127.0.0.1:80/"), true)).isEmpty();
  }
}
