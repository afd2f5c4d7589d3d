package io.familiarface.feedback.link;

import io.familiarface.feedback.complaint.AnsweringCase;
import io.familiarface.feedback.complaint.ReadingOwnCase;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.feedback.SayingByLink;
import io.familiarface.feedback.feedback.SayingByLink.Said;
import io.familiarface.feedback.jobs.Projects;
import io.familiarface.feedback.jobs.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A customer opens their own link, and says something by it. A link that has ended, was revoked or
 * never was is looked for and answered in the same way, so that nobody learns which it is.
 */
@ApplicationScoped
class OpeningLink {
  private static final String WORDS = "words";
  private static final String SEEN = "seen";
  private static final String CALL_ME = "callMe";

  private final CustomerLinks links;
  private final Customers customers;
  private final Visits visits;
  private final Projects projects;
  private final SayingByLink saying;
  private final ReadingOwnCase cases;
  private final AnsweringCase answering;
  private final Clock clock;
  private final DateTimeFormatter day;
  private final String reviewUrl;
  private final String phone;

  OpeningLink(
      CustomerLinks links,
      Customers customers,
      Visits visits,
      Projects projects,
      SayingByLink saying,
      ReadingOwnCase cases,
      AnsweringCase answering,
      LinkSettings settings,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.links = links;
    this.customers = customers;
    this.visits = visits;
    this.projects = projects;
    this.saying = saying;
    this.cases = cases;
    this.answering = answering;
    this.clock = clock;
    this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).withZone(zone);
    this.reviewUrl = settings.reviewUrl().map(URI::toString).orElse("");
    this.phone = settings.phone().orElse("");
  }

  /** Changes nothing, so that a program which looks at links in mails does no harm. */
  OwnPage open(String token) {
    return links
        .byToken(token)
        .filter(link -> link.isGood(clock.instant()))
        .flatMap(this::shown)
        .orElseGet(this::gone);
  }

  /** Takes what the form of the page sent; runs in a transaction. */
  OwnPage say(String token, String body) {
    return links
        .lockByToken(token, clock.instant())
        .filter(link -> link.isGood(clock.instant()))
        .flatMap(link -> said(link, body))
        .orElseGet(this::gone);
  }

  private Optional<OwnPage> said(CustomerLink link, String body) {
    SentForm form = SentForm.EMPTY;
    try {
      form = SentForm.read(body);
      return link.purpose == LinkPurpose.FEEDBACK ? feedback(link, form) : answer(link, form);
    } catch (SentForm.Refused e) {
      // What somebody has written is not theirs to write again.
      return link.purpose == LinkPurpose.FEEDBACK
          ? Optional.of(refused(link, form, e.getMessage()))
          : casePage(link, form.written(WORDS), "", e.getMessage());
    }
  }

  private Optional<OwnPage> feedback(CustomerLink link, SentForm form) {
    LinkQuestion asked = link.question;
    Said before = saying.of(link.feedbackId);
    Said now =
        asked.answer(
            form.number(asked.field, asked.least, asked.most()),
            SentForm.requireShort(form.words(WORDS, SEEN).over(before.words())),
            form.ticked(CALL_ME));
    Said all = before.with(now);
    if (all.equals(Said.NOTHING) && before.equals(Said.NOTHING)) {
      throw new SentForm.Refused("Tap one of the numbers, or write a few words.");
    }
    UUID visit = link.visitId != null && visits.isAhead(link.visitId) ? null : link.visitId;
    var about = new SayingByLink.Subject(visit, link.projectId, link.projectStep);
    link.feedbackId = saying.say(link.customerId, about, link.feedbackId, now);
    link.use(clock.instant());
    String thanks = FeedbackPage.thanks(asked, before, all, now.callMe());
    return Optional.of(feedbackPage(link, all, all, thanks, ""));
  }

  private OwnPage refused(CustomerLink link, SentForm form, String why) {
    LinkQuestion asked = link.question;
    Said stored = saying.of(link.feedbackId);
    boolean callMe = form.ticked(CALL_ME);
    Said all =
        stored.with(
            asked.answer(
                form.mark(asked.field, asked.least, asked.most()),
                form.written(WORDS, SEEN).over(stored.words()),
                callMe));
    return feedbackPage(link, stored, asked.answer(asked.of(all), all.words(), callMe), "", why);
  }

  private Optional<OwnPage> answer(CustomerLink link, SentForm form) {
    String words = form.words(WORDS);
    if (words == null || words.isEmpty()) {
      throw new SentForm.Refused("Write a few words first.");
    }
    if (!answering.answer(link.complaintId, words)) {
      throw new SentForm.Refused("This page is full. Please call us: we want to hear the rest.");
    }
    link.use(clock.instant());
    return casePage(link, "", "Thank you, we have it. Somebody will read it and answer.", "");
  }

  /** Empty when what the link is about is no more. */
  private Optional<OwnPage> shown(CustomerLink link) {
    if (link.purpose == LinkPurpose.CASE) {
      return casePage(link, "", "", "");
    }
    Said said = saying.of(link.feedbackId);
    String thanks = FeedbackPage.thanks(link.question, said, said, false);
    return Optional.of(feedbackPage(link, said, said, thanks, ""));
  }

  /**
   * @param unsent what was written and could not be taken; empty for nothing
   */
  private Optional<OwnPage> casePage(
      CustomerLink link, String unsent, String thanks, String error) {
    return cases
        .of(link.complaintId)
        .map(story -> page(new CasePage(greeting(link), story, unsent, thanks, error, phone)));
  }

  private String greeting(CustomerLink link) {
    return customers.byId(link.customerId).map(CustomerCopy::calledName).orElse("");
  }

  /**
   * @param stored what stands
   * @param filled what the form is filled with
   */
  private OwnPage feedbackPage(
      CustomerLink link, Said stored, Said filled, String thanks, String error) {
    String about =
        projects
            .titleOf(link.projectId, link.projectStep)
            .map(title -> "this step of our work: " + title)
            .or(() -> Optional.ofNullable(link.visitId).flatMap(visits::begunAt).map(this::visitOn))
            .orElse("us");
    return page(
        new FeedbackPage(
            greeting(link),
            link.question.asked(about),
            link.question.field,
            FeedbackPage.marks(link.question, filled),
            filled.words() == null ? "" : filled.words(),
            SentWords.mark(stored.words()),
            filled.callMe() && !error.isEmpty(),
            thanks,
            error,
            reviewUrl,
            phone));
  }

  private String visitOn(Instant at) {
    return "our visit on " + day.format(at);
  }

  private static OwnPage page(FeedbackPage page) {
    return new OwnPage(page.error().isEmpty() ? 200 : 400, LinkTemplates.feedback(page).render());
  }

  private static OwnPage page(CasePage page) {
    return new OwnPage(page.error().isEmpty() ? 200 : 400, LinkTemplates.casePage(page).render());
  }

  private OwnPage gone() {
    return new OwnPage(404, LinkTemplates.gone(phone).render());
  }
}
