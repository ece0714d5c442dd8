global using AmoCrmQualification.Application.Common;
global using AmoCrmQualification.Application.Data;
global using AmoCrmQualification.Domain.Accounts;
global using AmoCrmQualification.Domain.AmoCrm;
global using AmoCrmQualification.Domain.Common;
global using MediatR;
global using Microsoft.EntityFrameworkCore;
