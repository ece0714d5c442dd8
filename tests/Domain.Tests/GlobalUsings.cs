global using AmoCrmQualification.Domain.AmoCrm;
