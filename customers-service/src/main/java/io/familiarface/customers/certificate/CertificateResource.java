package io.familiarface.customers.certificate;

import io.familiarface.customers.CompanyDay;
import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Certificates",
    description = "An amount, a per cent or a gift, for the customer or to pass on.")
class CertificateResource {
  private static final String CODE = "As it is printed, or ext: and an external id.";

  private final Customers customers;
  private final Certificates certificates;
  private final IssuingCertificate issuing;
  private final RedeemingCertificate redeeming;
  private final CompanyDay day;

  CertificateResource(
      Customers customers,
      Certificates certificates,
      IssuingCertificate issuing,
      RedeemingCertificate redeeming,
      CompanyDay day) {
    this.customers = customers;
    this.certificates = certificates;
    this.issuing = issuing;
    this.redeeming = redeeming;
    this.day = day;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "List certificates", description = "Those issued last come first.")
  @APIResponse(responseCode = "200", description = "A page of certificates.")
  @APIResponse(responseCode = "404", description = "There is no such customer.")
  public Page<CertificateView> listCertificates(
      @BeanParam CertificateFilter filter, @BeanParam PageRequest page) {
    var holder = filter.customerId == null ? null : customers.idOf(filter.customerId);
    return certificates.page(holder, filter, day.today(), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Give a customer a certificate",
      description = "The code is made here, cannot be guessed, and can be read aloud.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "201",
      responseDescription = "Issued.")
  @APIResponse(responseCode = "409", description = "external-id-taken, too-many-certificates")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  public Response issueCertificate(@NotNull @Valid NewCertificate details) {
    Certificate certificate = issuing.issue(details);
    return ETags.created(
        URI.create("/v1/certificates/" + new CertificateCode(certificate.code)),
        certificate.view(day.today()),
        certificate.id,
        certificate.version);
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(
      summary = "Read a certificate",
      description = "By its code, with hyphens or without, or by ext: and an external id.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "200",
      responseDescription = "The certificate; ETag names the version.")
  public Response getCertificate(
      @PathParam("code") @Parameter(description = CODE, example = "ext:CT0001") String code) {
    Certificate certificate = certificates.findById(certificates.held(code).id());
    CertificateView view = certificate.view(day.today());
    return ETags.ok(view, ETags.covering(certificate.id, certificate.version, view));
  }

  @POST
  @Path("/{code}/redemption")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Redeem a certificate",
      description =
          "Once, by the customer or, where it is to be passed on, by anybody else: whoever brings"
              + " it then becomes a referral of the one who passed it on.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "200",
      responseDescription = "Redeemed: the certificate as it is now.")
  @APIResponse(
      responseCode = "409",
      description =
          "already-redeemed, certificate-expired, certificate-of-their-own,"
              + " certificate-not-transferable")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  public Response redeemCertificate(
      @PathParam("code") @Parameter(description = CODE, example = "ext:CT0002") String code,
      @NotNull @Valid NewRedemption details) {
    Certificate certificate = redeeming.redeem(code, details);
    return ETags.ok(certificate.view(day.today()), certificate.id, certificate.version);
  }
}
