package io.familiarface.jobs.accounting;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.project.BillableSteps;
import io.familiarface.jobs.project.BillableSteps.Billable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Steps of a project are paid for: each becomes a line of an invoice, once. */
@ApplicationScoped
class InvoicingProject {
  private final BillableSteps projects;
  private final InvoicedSteps invoiced;
  private final BilledCustomers customers;
  private final IssuingInvoices invoices;
  private final CompanyCalendar calendar;

  InvoicingProject(
      BillableSteps projects,
      InvoicedSteps invoiced,
      BilledCustomers customers,
      IssuingInvoices invoices,
      CompanyCalendar calendar) {
    this.projects = projects;
    this.invoiced = invoiced;
    this.customers = customers;
    this.invoices = invoices;
    this.calendar = calendar;
  }

  @Transactional
  Document invoice(NewProjectInvoice request) {
    Billable project =
        projects.lock(
            Reference.required("project", request.projectId(), request.projectExternalId()));
    Map<Integer, String> titles =
        project.steps().stream()
            .collect(Collectors.toMap(BillableSteps.Step::number, BillableSteps.Step::title));
    requireSteps(request.lines(), titles);
    List<Integer> steps = request.lines().stream().map(NewProjectInvoice.Line::step).toList();
    requireNotInvoiced(project.projectId(), steps);
    customers.lock(List.of(project.customerId()));
    Document invoice = invoices.issue(draft(request.lines(), titles, project.customerId()));
    invoiced.insert(project.projectId(), steps, invoice.id);
    return invoice;
  }

  private static void requireSteps(
      List<NewProjectInvoice.Line> lines, Map<Integer, String> titles) {
    String currency = lines.get(0).price().currency();
    Set<Integer> named = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      NewProjectInvoice.Line line = lines.get(i);
      String at = "/lines/" + i;
      Amounts.requireMoreThanNothing(line.price(), at + "/price/amount");
      if (!titles.containsKey(line.step())) {
        throw JobsProblem.UNKNOWN_STEP.at(
            at + "/step", "The project has no step %d.".formatted(line.step()));
      }
      if (!named.add(line.step())) {
        throw JobsProblem.CONTRADICTION.at(
            at + "/step", "Step %d is named twice.".formatted(line.step()));
      }
      if (!line.price().currency().equals(currency)) {
        throw JobsProblem.OTHER_CURRENCY.at(
            at + "/price/currency",
            "An invoice has one currency; the first line is in " + currency + ".");
      }
    }
  }

  private void requireNotInvoiced(UUID project, List<Integer> steps) {
    invoiced.among(project, steps).stream()
        .findFirst()
        .ifPresent(
            one -> {
              throw JobsProblem.STEP_ALREADY_INVOICED.at(
                  "/lines/%d/step".formatted(steps.indexOf(one.step())),
                  "Step %d stands on %s. Credit that first if it is wrong."
                      .formatted(one.step(), one.number()));
            });
  }

  private InvoiceDraft draft(
      List<NewProjectInvoice.Line> lines, Map<Integer, String> titles, UUID customer) {
    return new InvoiceDraft(
        customer,
        null,
        null,
        lines.stream()
            .map(
                line ->
                    new InvoiceDraft.Line(
                        titles.get(line.step()), program(line, titles), line.price().amount()))
            .toList(),
        lines.get(0).price().currency(),
        calendar.today());
  }

  private static String program(NewProjectInvoice.Line line, Map<Integer, String> titles) {
    return line.program() == null ? titles.get(line.step()) : line.program();
  }
}
